import { Injectable } from '@nestjs/common';
import type { DisclosureSnapshot } from '@trellis/domain';
import { UnitOfWork } from '../platform/database/unit-of-work.js';
import { CoreFacts, type CoreRow } from './core-facts.js';
import { DisclosureParts, type DisclosureScope } from './disclosure-parts.service.js';
import { snapshotOf } from './snapshot.js';

/** A process with the facts of both sides. It never leaves the server as it is. */
export interface Standing {
  readonly process: CoreRow['process'];
  readonly leadId: string | null;
  readonly order: {
    readonly sessionAt: Date;
    readonly recheckAt: Date | null;
    readonly version: number;
  } | null;
  readonly coSigners: readonly { event: string; askedBy: string; coSigner: string }[];
  readonly core: CoreRow;
  readonly snapshot: DisclosureSnapshot;
}

/** Puts together what the process and every part around it know. Reads as the system: facts cross sides, words never. */
@Injectable()
export class StandingReader {
  constructor(
    private readonly work: UnitOfWork,
    private readonly core: CoreFacts,
    private readonly parts: DisclosureParts,
  ) {}

  /** How things stand now. Needs an open unit of work. */
  async read(scope: DisclosureScope): Promise<Standing> {
    return this.work.asSystem('disclosure.facts', () => this.readNow(scope));
  }

  /** As read, for somebody who is about to act: others who want to act wait until this one is through. */
  async hold(scope: DisclosureScope): Promise<Standing> {
    return this.work.asSystem('disclosure.facts', async () => {
      await this.core.lock(scope);
      return this.readNow(scope);
    });
  }

  /** As hold, for a process that is to begin: one that has ended is left out of it. */
  async holdForOpening(scope: DisclosureScope): Promise<Standing> {
    return this.work.asSystem('disclosure.facts', async () => {
      await this.core.lock(scope);
      const core = await this.core.of(scope);
      return this.putTogether(scope, core.process?.closedAt == null ? core : { ...core, ...nothingYet });
    });
  }

  private async readNow(scope: DisclosureScope): Promise<Standing> {
    return this.putTogether(scope, await this.core.of(scope));
  }

  private async putTogether(scope: DisclosureScope, core: CoreRow): Promise<Standing> {
    const parts = [];
    for (const part of this.parts.all) parts.push(await part.facts(scope, core.process?.id ?? null));
    const { order } = core;
    return {
      process: core.process,
      leadId: core.leadId,
      order,
      coSigners: core.coSigners,
      core,
      snapshot: snapshotOf(core, parts),
    };
  }
}

const nothingYet = {
  process: null,
  fact: null,
  hold: null,
  order: null,
  signatures: [],
  coSigners: [],
  lastEventAt: null,
} as const;
