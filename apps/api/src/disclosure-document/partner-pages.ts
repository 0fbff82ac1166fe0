import { Injectable } from '@nestjs/common';
import type { DocumentTextView } from '@trellis/contracts';
import { staffId } from './document-access.js';
import { DocumentRepository, type DocumentRow } from './document.repository.js';
import { VersionReader } from './version-reader.js';
import type { VersionRow } from './version.repository.js';

/** Opens what the partner's therapist is shown. */
@Injectable()
export class PartnerPages {
  constructor(
    private readonly documents: DocumentRepository,
    private readonly versions: VersionReader,
  ) {}

  /** The newest version; null where none was handed in, or row-level security opens none. */
  async newest(
    clinicId: string,
    { id, latest_version }: DocumentRow,
  ): Promise<(VersionRow & { readonly sections: DocumentTextView[] }) | null> {
    return this.versions.version(clinicId, id, latest_version);
  }

  async readerName(clinicId: string): Promise<string> {
    return this.documents.staffName(clinicId, staffId());
  }
}
