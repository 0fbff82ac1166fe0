import { HttpClient } from '@angular/common/http';
import { Component, computed, inject, input, linkedSignal, resource, signal } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import type { FollowUpOfferView, FollowUpView, PlanBoardView } from '@trellis/contracts';
import { type HomeworkTemplate, isLocalDate } from '@trellis/domain';
import { paths } from '@trellis/vocabulary';
import { Announcer, Button, Field } from '@trellis/ui';
import { firstValueFrom } from 'rxjs';
import { apiUrl } from '../core/http/api-url';
import { Attempt } from '../core/http/attempt';
import { IntendedAct } from '../core/http/intended-act';
import { ProblemNote } from '../core/http/problem-note';
import { Words } from '../core/i18n/words';
import { RhythmFields, rhythmOfRequest, usualRhythm } from './plan/rhythm-fields';
import { rhythmWords } from './plan/rhythm-words';

const MOST_DAYS = 168;

/** Gives a finished exercise again in the rhythm that follows it, as it is offered or changed before. */
@Component({
  selector: 'tr-follow-up-panel',
  imports: [Button, Field, ProblemNote, RhythmFields, TranslocoPipe],
  templateUrl: './follow-up-panel.html',
  styleUrl: './plan/plan-forms.css',
})
export class FollowUpPanel {
  readonly taskId = input.required<string>();
  readonly name = input.required<string>();
  readonly template = input.required<HomeworkTemplate>();
  readonly #http = inject(HttpClient);
  readonly #announcer = inject(Announcer);
  readonly #words = inject(Words);
  readonly #act = new IntendedAct();
  protected readonly attempt = new Attempt();
  protected readonly mostDays = MOST_DAYS;
  readonly #loaded = resource({
    params: () => this.taskId(),
    loader: ({ params }) =>
      firstValueFrom(this.#http.get<FollowUpView>(apiUrl(paths.clinic.homework, params, 'follow-up'))),
  });
  /** Null where nothing follows, and once it was given. */
  protected readonly offer = linkedSignal<FollowUpOfferView | null>(() =>
    this.#loaded.hasValue() ? this.#loaded.value().offer : null,
  );
  protected readonly changing = signal(false);
  protected readonly rhythm = linkedSignal(() => ({ ...usualRhythm, cadence: this.offer()?.rhythm ?? 0 }));
  protected readonly from = linkedSignal(() => this.offer()?.startsOn ?? '');
  protected readonly days = linkedSignal(() => this.offer()?.days ?? 28);
  protected readonly line = computed(() => {
    const offer = this.offer();
    if (offer === null) return '';
    const rhythm = rhythmWords(this.#words, offer.cadence);
    return this.#words.say('homework.followUp.line', { rhythm, from: this.#words.day(offer.startsOn) });
  });
  protected readonly fromWrong = computed(() => !isLocalDate(this.from()));
  protected readonly daysWrong = computed(
    () => !Number.isInteger(this.days()) || this.days() < 1 || this.days() > MOST_DAYS,
  );

  protected async give(offer: FollowUpOfferView): Promise<void> {
    if (this.fromWrong() || this.daysWrong()) return;
    const { coupleId, personId, templateCode } = offer;
    const rhythm = rhythmOfRequest(this.template(), this.rhythm());
    const item = { personId, templateCode, ...rhythm, startsOn: this.from(), days: this.days() };
    const request = { coupleId, items: [item] };
    const done = await this.attempt.run(async () => {
      const headers = this.#act.headers(request);
      await firstValueFrom(
        this.#http.post<PlanBoardView>(apiUrl(paths.clinic.homeworkPlans), request, { headers }),
      );
    });
    this.#act.settle(this.attempt.problem());
    if (!done) return;
    this.offer.set(null);
    this.#announcer.say(this.#words.say('homework.followUp.done', { name: this.name() }));
  }
}
