import { mountToolbar } from './mount-toolbar.ts';

// Runs inside a test frame: a page of its own, with its own width, policy, styles and patched built-ins.
const violations: string[] = [];
document.addEventListener('securitypolicyviolation', ({ violatedDirective, sample }) =>
  violations.push(`${violatedDirective} ${sample}`),
);
Object.assign(window, { mountToolbar, violations });
