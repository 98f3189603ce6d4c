export { createContrast } from '../src/features/contrast/contrast.ts';
