import { Injectable, inject } from '@angular/core';
import type { UnmetGateView } from '@trellis/contracts';
import {
  type Criterion,
  guardEntries,
  logisticsChecklist,
  sessionChecklist,
  sessionPlan,
  telehealthLines,
} from '@trellis/domain';
import { type UnmetGate, compartmentOfSide } from '@trellis/ui';
import { Words } from '../core/i18n/words';
import { CurrentSession } from './current-session';

/** The words of parts, lines and gates: those of the clinical rules, in the language of the page. */
@Injectable()
export class SessionWords {
  readonly #words = inject(Words);
  readonly #session = inject(CurrentSession);

  part(id: string): string {
    return sessionPlan.find((one) => one.id === id)?.title[this.#words.language()] ?? id;
  }

  minutes(id: string): { readonly from: number; readonly to: number } {
    return sessionPlan.find((one) => one.id === id)?.minutes ?? { from: 0, to: 0 };
  }

  /** The usual minutes of a part: "10", or "15–40". */
  range(id: string): string {
    const { from, to } = this.minutes(id);
    return from === to ? String(to) : `${String(from)}–${String(to)}`;
  }

  checklist(id: string): readonly string[] {
    const lines: Readonly<Record<string, readonly { readonly en: string; readonly es: string }[]>> =
      sessionChecklist;
    return (lines[id] ?? []).map((line) => line[this.#words.language()]);
  }

  logistics(id: string): string {
    return logisticsChecklist.find((one) => one.id === id)?.text[this.#words.language()] ?? id;
  }

  telehealth(item: string): string {
    const lines: Readonly<Record<string, { readonly en: string; readonly es: string } | undefined>> =
      telehealthLines;
    return lines[item]?.[this.#words.language()] ?? item;
  }

  name(side: string): string {
    const people = this.#session.view()?.appointment?.participants ?? [];
    return people.find((one) => one.side === side)?.name ?? this.#words.say(`couple.sides.${side}`);
  }

  /** A role of staff, as the process names it. */
  role(role: string): string {
    return this.#words.say(`disclosure.actors.${role}`);
  }

  /** "10:15 AM" on the clock of the couple. */
  time(instant: string): string {
    const timeZone = this.#session.view()?.timeZone ?? 'UTC';
    return new Intl.DateTimeFormat(this.#words.language(), {
      hour: 'numeric',
      minute: '2-digit',
      timeZone,
    }).format(new Date(instant));
  }

  moment(instant: string): string {
    return this.#words.moment(instant, this.#session.view()?.timeZone ?? 'UTC');
  }

  /** Everything that a refused step still waits for. */
  gates(gates: readonly UnmetGateView[]): readonly UnmetGate[] {
    const entries: Readonly<Record<string, Criterion | undefined>> = guardEntries;
    const language = this.#words.language();
    return gates.map((gate) => {
      const title = entries[gate.guardId]?.title[language] ?? gate.guardId;
      const about = gate.item === 'RP' || gate.item === 'BP' ? `${title}: ${this.name(gate.item)}` : title;
      return {
        id: `${gate.guardId} ${gate.item ?? ''}`,
        of: compartmentOfSide[gate.side],
        asks: about,
        metBy: entries[gate.guardId]?.metBy[language] ?? '',
        who: this.#words.list(gate.actors.map((role) => this.role(role))),
      };
    });
  }
}
