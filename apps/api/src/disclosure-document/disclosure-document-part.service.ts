import { randomUUID } from 'node:crypto';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { aroundValues, readingEnd, type DisclosureEffect } from '@trellis/domain';
import {
  DisclosureParts,
  type DisclosureCard,
  type DisclosurePart,
  type DisclosureScope,
  type PartFacts,
  type StepInHand,
} from '../disclosure/disclosure-parts.service.js';
import { CustodyRepository } from './custody.repository.js';
import { awaitingSince, canChange, draftFactsOf } from './document-facts.js';
import { DocumentRepository } from './document.repository.js';

/** What the document brings to the process, and what a step of the process asks of it. */
@Injectable()
export class DisclosureDocumentPart implements DisclosurePart, OnModuleInit {
  readonly area = 'disclosure-document';

  constructor(
    private readonly parts: DisclosureParts,
    private readonly documents: DocumentRepository,
    private readonly custody: CustodyRepository,
  ) {}

  onModuleInit(): void {
    this.parts.register(this);
  }

  async facts({ coupleId }: DisclosureScope): Promise<PartFacts> {
    const facts = await this.documents.facts(coupleId);
    return facts === null ? {} : { drafts: draftFactsOf(facts) };
  }

  /** Versions and decisions are written by the acts that cause the step; what is left are locks and the review's time. */
  async carryOut(effect: DisclosureEffect, step: StepInHand): Promise<void> {
    if (effect.kind === 'lock_document') return this.documents.setOpen(step.processId, false, step.at);
    if (effect.kind === 'reopen_document') return this.documents.setOpen(step.processId, true, step.at);
    if (effect.kind === 'open_read_window') return this.openReview(step);
  }

  /** For the author: to write, or to look at what their therapist said. Nothing for anybody else. */
  async cards(
    { coupleId }: DisclosureScope,
    _processId: string,
    side: 'RP' | 'BP',
  ): Promise<readonly DisclosureCard[]> {
    if (side !== 'RP') return [];
    const facts = await this.documents.facts(coupleId);
    if (facts === null || !canChange(facts)) return [];
    const waits = awaitingSince(facts) !== null;
    return [{ kind: 'document', dueAt: null, done: waits }];
  }

  private async openReview({ scope, processId, actor, at }: StepInHand): Promise<void> {
    const until = readingEnd(at, scope.timeZone, aroundValues().reviewReadDays);
    await this.custody.openReview(processId, { id: randomUUID(), by: actor.id, from: at, until });
  }
}
