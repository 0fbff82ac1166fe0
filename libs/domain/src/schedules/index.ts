export * from './edits.js';
export * from './occurrences.js';
export * from './rule-days.js';
export * from './schedule.js';
export * from './rule-text.js';
export * from './shift.js';
