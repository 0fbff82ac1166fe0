import { Component, computed, inject, input, output } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import type { HomeworkTemplate } from '@trellis/domain';
import { Button } from '@trellis/ui';
import type { Answers } from '../homework/own-homework';
import { Said } from '../i18n/said';
import { TakeFocus } from '../page/take-focus';
import { AnswerWords } from '../homework/answer-words';
import { sameAnswers } from './same-answers';
import { together } from './together';

/** Two versions of one draft, both shown in full. Nothing is lost whichever is chosen last. */
@Component({
  selector: 'tr-two-texts',
  imports: [Button, Said, TakeFocus, TranslocoPipe],
  template: `
    <h1 trTakeFocus="two">{{ 'task.two.heading' | transloco }}</h1>
    <p class="lede">{{ 'task.two.sentence' | transloco }}</p>
    @for (row of differing(); track row.field.key) {
      <section class="stack-s">
        <h2>{{ row.field.label | said }}</h2>
        <p class="small">{{ 'task.two.here' | transloco }}</p>
        <p class="sheet words">{{ row.mine || ('task.noAnswer' | transloco) }}</p>
        <p class="small">{{ 'task.two.there' | transloco }}</p>
        <p class="sheet words">{{ row.other || ('task.noAnswer' | transloco) }}</p>
      </section>
    }
    <div class="stack push">
      <button trButton wide type="button" (click)="chosen.emit(both())">
        {{ 'task.two.both' | transloco }}
      </button>
      <button trButton wide type="button" (click)="chosen.emit(mine())">
        {{ 'task.two.keepHere' | transloco }}
      </button>
      <button trButton wide type="button" (click)="chosen.emit(other())">
        {{ 'task.two.keepThere' | transloco }}
      </button>
    </div>
  `,
  styles: `
    :host {
      display: contents;
    }
  `,
})
export class TwoTexts {
  readonly template = input.required<HomeworkTemplate>();
  readonly mine = input.required<Answers>();
  readonly other = input.required<Answers>();
  readonly chosen = output<Answers>();
  readonly #words = inject(AnswerWords);

  protected readonly both = computed(() => together(this.template(), this.mine(), this.other()));
  protected readonly differing = computed(() => {
    const [mine, other] = [this.mine(), this.other()];
    return this.template()
      .fields.filter(({ key }) => !sameAnswers({ [key]: mine[key] }, { [key]: other[key] }))
      .map((field) => ({
        field,
        mine: this.#words.said(field, mine[field.key]),
        other: this.#words.said(field, other[field.key]),
      }));
  });
}
