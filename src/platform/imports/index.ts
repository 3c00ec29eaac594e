export { describeFault, type ImportFault, importMessages } from './import.messages.js';
export { answerImport, idempotencyKeyOf, oneOf, optionsOf, uploadedFile } from './import-answer.js';
export { faultOf, type ImportMode, type ImportResult, NothingWritten, readable } from './import-result.js';
