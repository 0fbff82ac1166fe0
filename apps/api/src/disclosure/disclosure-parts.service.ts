import { Injectable } from '@nestjs/common';
import type {
  Actor,
  DisclosureEffect,
  DisclosureRequest,
  DisclosureSnapshot,
  DisclosureState,
  DraftFacts,
  LetterFacts,
  SessionFacts,
} from '@trellis/domain';

/** A couple as every part needs it; a grant of the care team has these fields too. */
export interface DisclosureScope {
  readonly clinicId: string;
  readonly coupleId: string;
  readonly timeZone: string;
}

type Nested = 'session' | 'letters' | 'drafts';

/** What one part knows of the facts; what it does not know it leaves out, and the guard that needs it refuses. */
export type PartFacts = Partial<Omit<DisclosureSnapshot, Nested>> &
  Readonly<{
    session?: Partial<SessionFacts>;
    letters?: Partial<LetterFacts>;
    drafts?: Partial<DraftFacts>;
  }>;

/** A step while it is taken, in its transaction. */
export interface StepInHand {
  readonly scope: DisclosureScope;
  readonly processId: string;
  readonly request: DisclosureRequest;
  readonly actor: Actor;
  readonly at: Date;
  readonly before: DisclosureSnapshot;
  readonly after: DisclosureSnapshot;
}

/** The process as one person knows it: the state is the one before an end of which they have not been told. */
export interface ShownToPerson {
  readonly state: DisclosureState;
  readonly snapshot: DisclosureSnapshot;
}

/** One thing of the disclosure that waits for a person, without words: what it is, and by when. */
export interface DisclosureCard {
  readonly kind: string;
  readonly dueAt: Date | null;
  readonly done: boolean;
}

/**
 * An area around the process: it brings facts, and carries out what a step asks of it. Both happen as the system, in
 * the transaction of whoever acts and under either runtime role; cards are read with the rights of the person.
 */
export interface DisclosurePart {
  readonly area: string;
  /** The facts of a couple, inside the open unit of work. Never a person's words. `processId` is null before opening. */
  facts(scope: DisclosureScope, processId: string | null): Promise<PartFacts>;
  /** Carries out an effect of a step in its transaction; effects that are not its own it lets pass. */
  carryOut?(effect: DisclosureEffect, step: StepInHand): Promise<void>;
  /** What waits for the person of this side, in their own sign-in. */
  cards?(
    scope: DisclosureScope,
    processId: string,
    side: 'RP' | 'BP',
    shown: ShownToPerson,
  ): Promise<readonly DisclosureCard[]>;
}

/** Where the areas around the process make themselves known; the process itself knows none of them. */
@Injectable()
export class DisclosureParts {
  private readonly parts: DisclosurePart[] = [];

  /** Called once by each part as the server starts. */
  register(part: DisclosurePart): void {
    this.parts.push(part);
  }

  get all(): readonly DisclosurePart[] {
    return this.parts;
  }
}
