export { describeFault, type ImportFault, importMessages } from './import.messages.js';
export { answerUpload, oneOf } from './import-answer.js';
export { faultOf, type ImportMode, type ImportResult, readable, writtenOrNothing } from './import-result.js';
