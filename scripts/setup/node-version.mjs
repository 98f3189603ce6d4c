/** The oldest Node every tool here runs on, as in package.json. */
const OLDEST = [20, 19];

/**
 * @throws {Error} when this Node is too old
 */
export function requireNode() {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  if (major > OLDEST[0] || (major === OLDEST[0] && minor >= OLDEST[1])) return;
  throw new Error(`Node ${OLDEST.join('.')} or later is needed; this is ${process.versions.node}.`);
}
