import { HttpClient, httpResource } from '@angular/common/http';
import { Component, computed, effect, inject, signal, untracked } from '@angular/core';
import { FormField, form, submit } from '@angular/forms/signals';
import { Router, RouterLink } from '@angular/router';
import { TranslocoPipe, TranslocoService } from '@jsverse/transloco';
import type { AddCoupleRequest, ColleagueView, CoupleView } from '@trellis/contracts';
import { Announcer, Button, Card, CompartmentMark, Field, Note, compartmentOfSide } from '@trellis/ui';
import { paths } from '@trellis/vocabulary';
import { firstValueFrom } from 'rxjs';
import { apiUrl } from '../core/http/api-url';
import { oneAct } from '../core/http/idempotency-key';
import { type Problem, toProblem } from '../core/http/problem';
import { ProblemNote } from '../core/http/problem-note';
import { Languages } from '../core/i18n/languages';
import { Session } from '../core/session/session';
import { UnsentText } from '../core/session/unsent-text';
import { FieldError } from './field-error';
import { type NewCouple, coupleFromText, emptyCouple, policies, requestOf, sides } from './new-couple';
import { newCoupleRules } from './new-couple-rules';
import { PersonFields } from './person-fields';

const KEPT = 'caseload:new-couple';

/** Adds a couple with its two people and care team. What is typed outlives an error, a lock and a way back. */
@Component({
  selector: 'tr-add-couple-page',
  imports: [
    Button,
    Card,
    CompartmentMark,
    Field,
    FieldError,
    FormField,
    Note,
    PersonFields,
    ProblemNote,
    RouterLink,
    TranslocoPipe,
  ],
  templateUrl: './add-couple-page.html',
  styleUrl: './add-couple-page.css',
})
export class AddCouplePage {
  readonly #http = inject(HttpClient);
  readonly #router = inject(Router);
  readonly #unsent = inject(UnsentText);
  readonly #announcer = inject(Announcer);
  readonly #transloco = inject(TranslocoService);
  readonly #session = inject(Session);
  readonly #empty = emptyCouple(this.#session.clinic()?.timeZone ?? 'UTC', inject(Languages).active());
  readonly #colleagues = httpResource<ColleagueView[]>(() => apiUrl(paths.clinic.couples, 'colleagues'));
  #act: { readonly body: string; readonly headers: Readonly<Record<string, string>> } | null = null;

  protected readonly sides = sides;
  protected readonly policies = policies;
  protected readonly compartmentOfSide = compartmentOfSide;
  protected readonly model = signal<NewCouple>(coupleFromText(this.#unsent.recall(KEPT)) ?? this.#empty);
  protected readonly couple = form(
    this.model,
    newCoupleRules(() => this.#session.staff()?.id ?? ''),
  );
  protected readonly busy = signal(false);
  protected readonly failed = signal<Problem | null>(null);
  protected readonly me = computed(() => this.#session.staff()?.id ?? '');
  protected readonly colleagues = computed(() =>
    this.#colleagues.hasValue() ? this.#colleagues.value() : [],
  );
  protected readonly problem = computed(() => {
    const failure = this.#colleagues.error();
    return this.failed() ?? (failure === undefined ? null : toProblem(failure));
  });
  protected readonly zones = zonesWith(this.#empty.timeZone);
  /** One therapist for both sides must know what that asks of them. */
  protected readonly holdsBoth = computed(() => {
    const { RP, BP } = this.model().team;
    return RP !== '' && RP === BP;
  });

  constructor() {
    effect(() => {
      const couple = this.model();
      const text = couple === this.#empty ? '' : JSON.stringify(couple);
      untracked(() => {
        this.#unsent.keep(KEPT, text);
      });
    });
  }

  protected async send(event: Event): Promise<void> {
    event.preventDefault();
    if (this.busy()) return;
    await submit(this.couple, {
      action: async () => {
        const request = requestOf(this.model());
        if (request !== null) await this.#add(request);
      },
      onInvalid: (form) => {
        form().errorSummary()[0]?.fieldTree().focusBoundControl();
      },
    });
  }

  async #add(request: AddCoupleRequest): Promise<void> {
    this.busy.set(true);
    this.failed.set(null);
    try {
      const url = apiUrl(paths.clinic.couples);
      const added = await firstValueFrom(
        this.#http.post<CoupleView>(url, request, { headers: this.#headersOf(request) }),
      );
      this.model.set(this.#empty);
      this.#unsent.keep(KEPT, '');
      this.#announcer.say(this.#transloco.translate('caseload.new.added', { name: added.name }));
      await this.#router.navigate(['/couples', added.id]);
    } catch (failure) {
      this.failed.set(toProblem(failure));
    } finally {
      this.busy.set(false);
    }
  }

  /** The same key for the same content, so that a retry adds one couple; a new key once something was changed. */
  #headersOf(request: AddCoupleRequest): Readonly<Record<string, string>> {
    const body = JSON.stringify(request);
    if (this.#act?.body !== body) this.#act = { body, headers: oneAct() };
    return this.#act.headers;
  }
}

/** Time zones the browser knows, with the clinic's among them. */
function zonesWith(zone: string): readonly string[] {
  const known = Intl.supportedValuesOf('timeZone');
  return known.includes(zone) ? known : [zone, ...known];
}
