export { createLinks } from '../src/features/links/links.ts';
export { createMotion } from '../src/features/motion/motion.ts';
export { createPointer } from '../src/features/pointer/pointer.ts';
export { createReadingGuide } from '../src/features/reading-guide/reading-guide.ts';
