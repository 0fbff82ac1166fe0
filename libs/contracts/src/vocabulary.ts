// Values without decorators: the part of the contracts that a browser bundle may import.
export * from './routes.js';
export * from './error-codes.js';
export * from './headers.js';
export * from './readiness/disclosure-texts.js';
export * from './stage-gates/gate-facts.js';
