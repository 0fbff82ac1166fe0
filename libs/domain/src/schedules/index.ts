export * from './edits.js';
export * from './occurrences.js';
export * from './rule-days.js';
export * from './schedule.js';
