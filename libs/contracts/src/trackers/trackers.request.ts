import { IsObject } from 'class-validator';

/** One person's answers about the last four weeks: every item by its key, 0 to 4 or `cannot_say`. */
export class GiveAttachmentRequest {
  @IsObject()
  answers!: Record<string, unknown>;
}
