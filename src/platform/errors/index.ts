export * from './error-code.js';
export * from './error-codes.js';
export * from './platform.messages.js';
export * from './refusal.js';
export * from './transition.js';
export * from './rule-book.js';
