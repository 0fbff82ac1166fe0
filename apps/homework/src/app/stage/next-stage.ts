import { Component, computed, inject, input, linkedSignal, signal } from '@angular/core';
import { TranslocoPipe, TranslocoService } from '@jsverse/transloco';
import type { OwnGateView, OwnStageGatesView } from '@trellis/contracts';
import { stageNames } from '@trellis/domain';
import { Button, ChoiceList } from '@trellis/ui';
import { Languages } from '../core/i18n/languages';
import { OwnStage } from './own-stage';

type Answer = 'yes' | 'not_yet' | 'no';

/** What a part of the page does with an act: carries it out, shows the outcome, says it once. */
export interface StageActs {
  take(act: () => Promise<OwnStageGatesView>, said: string): Promise<void>;
}

/** My own answer to the next stage. The three answers weigh the same, and nothing is chosen beforehand. */
@Component({
  selector: 'tr-next-stage',
  imports: [Button, ChoiceList, TranslocoPipe],
  template: `
    <section class="stack">
      <h2>{{ 'stage.next.heading' | transloco: { name: name() } }}</h2>
      <p>{{ 'stage.next.what' | transloco }}</p>
      @if (next().answer; as mine) {
        <p>
          <b>{{ 'stage.next.yours' | transloco: { answer: 'stage.next.' + mine | transloco } }}</b>
          @if (mine === 'yes') {
            {{ (until() ? 'stage.next.until' : 'stage.next.old') | transloco: { when: until() } }}
          }
        </p>
        <button trButton wide type="button" [busy]="busy()" (click)="withdraw()">
          {{ 'stage.next.withdraw' | transloco }}
        </button>
      }
      <tr-choice-list
        [legend]="'stage.next.question' | transloco"
        [options]="options()"
        [value]="answer()"
        (valueChange)="answer.set($event)"
      />
      @if (answer() === 'yes') {
        <label class="check">
          <input #free type="checkbox" [checked]="canSayNo()" (change)="canSayNo.set(free.checked)" />
          {{ 'stage.next.canSayNo' | transloco }}
        </label>
        <label class="check">
          <input #self type="checkbox" [checked]="alone()" (change)="alone.set(self.checked)" />
          {{ 'stage.next.alone' | transloco }}
        </label>
        <p class="small">{{ 'stage.next.needs' | transloco }}</p>
      }
      <button trButton look="main" wide type="button" [busy]="busy()" [off]="!ready()" (click)="save()">
        {{ 'stage.next.save' | transloco }}
      </button>
    </section>
  `,
  styleUrl: './stage-page.css',
})
export class NextStage {
  readonly next = input.required<OwnGateView>();
  readonly busy = input(false);
  readonly page = input.required<StageActs>();
  readonly #stage = inject(OwnStage);
  readonly #languages = inject(Languages);
  readonly #transloco = inject(TranslocoService);
  protected readonly answer = linkedSignal<OwnGateView, Answer | null>({
    source: this.next,
    computation: () => null,
  });
  protected readonly canSayNo = signal(false);
  protected readonly alone = signal(false);
  protected readonly name = computed(() => stageNames[this.next().to][this.#languages.active()]);
  protected readonly options = computed(() => {
    this.#languages.active();
    return (['yes', 'not_yet', 'no'] as const).map((value) => ({
      value,
      label: this.#transloco.translate<string>(`stage.next.${value}`),
    }));
  });
  protected readonly until = computed(() => {
    const until = this.next().countsUntil;
    if (until === null) return '';
    const style = {
      weekday: 'long',
      day: 'numeric',
      month: 'long',
      hour: '2-digit',
      minute: '2-digit',
    } as const;
    return new Intl.DateTimeFormat(this.#languages.active(), style).format(new Date(until));
  });
  protected readonly ready = computed(
    () => this.answer() !== null && (this.answer() !== 'yes' || (this.canSayNo() && this.alone())),
  );

  protected async save(): Promise<void> {
    const [answer, to] = [this.answer(), this.next().to];
    if (answer === null || !this.ready()) return;
    const request = { to, answer, canSayNo: answer !== 'yes' || this.canSayNo(), alone: this.alone() };
    await this.page().take(() => this.#stage.answer(request), 'stage.next.saved');
    this.canSayNo.set(false);
    this.alone.set(false);
  }

  protected async withdraw(): Promise<void> {
    await this.page().take(() => this.#stage.withdraw(), 'stage.next.withdrawn');
  }
}
