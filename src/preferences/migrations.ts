/** Stored preferences as they were parsed: whatever someone wrote there. */
export type StoredFields = Readonly<Record<string, unknown>>;

/** Brings stored fields from one version to the next. */
export type Migration = (stored: StoredFields) => StoredFields;

/**
 * The version written today.
 *
 * A field never changes its meaning: a new meaning takes a new name, a migration and a new version. So an older
 * program can read the fields it knows in what a newer one wrote, and leave the others as they are.
 */
export const PREFERENCES_VERSION = 1;

/** Version -> what brings it to the one after; every version before the present one is here. */
export const MIGRATIONS: Readonly<Record<number, Migration>> = {};

/**
 * Brings stored fields up to a version, one step at a time; what a failing migration was given stays as it is.
 * @param report told of the version whose migration failed, and why.
 */
export function migrate(
  stored: StoredFields,
  from: number,
  report: (version: number, error: unknown) => void,
  migrations: Readonly<Record<number, Migration>> = MIGRATIONS,
  to: number = PREFERENCES_VERSION,
): StoredFields {
  let fields = stored;
  for (let version = from; version < to; version++) {
    try {
      if (Object.hasOwn(migrations, version)) fields = migrations[version]!(fields);
    } catch (error) {
      report(version, error);
    }
  }
  return fields;
}
