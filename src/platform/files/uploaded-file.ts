import type { MultipartFile } from '@fastify/multipart';
import type { FastifyRequest } from 'fastify';
import { codeOf, RefusedError } from '../errors/index.js';
import { fileMessages } from './file.messages.js';
import { type MediaType, mediaTypeOf } from './media-type.rules.js';

const megabytes = 2;
/** As much as the table of stored files takes. */
const maxBytes = megabytes * 1_000_000;

export interface UploadedFile {
  readonly bytes: Buffer;
  readonly mediaType: MediaType;
}

/** The one file of an upload, its kind found in its bytes; VALIDATION_FAILED at `file` for anything else. */
export async function uploadedFile(request: FastifyRequest): Promise<UploadedFile> {
  const noFile = { code: 'VALIDATION_FAILED', message: fileMessages.noFile, field: 'file' } as const;
  if (!request.isMultipart()) throw new RefusedError(noFile);
  const file: MultipartFile | undefined = await request.file({ limits: { fileSize: maxBytes } });
  if (!file) throw new RefusedError(noFile);
  const bytes = await bytesOf(file);
  const mediaType = mediaTypeOf(bytes);
  if (!mediaType) throw new RefusedError({ code: 'VALIDATION_FAILED', message: fileMessages.kind, field: 'file' });
  return { bytes, mediaType };
}

async function bytesOf(file: MultipartFile): Promise<Buffer> {
  try {
    return await file.toBuffer();
  } catch (error) {
    if (codeOf(error) !== 'FST_REQ_FILE_TOO_LARGE') throw error;
    throw new RefusedError({
      code: 'VALIDATION_FAILED',
      message: fileMessages.tooLarge,
      params: { megabytes },
      field: 'file',
    });
  }
}
