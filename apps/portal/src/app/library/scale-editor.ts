import { Component, computed, inject, input, output } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import { clinicTemplateLimits, type Field as Question, type LocalizedText } from '@trellis/domain';
import { Field } from '@trellis/ui';
import { Words } from '../core/i18n/words';
import { NumberField } from './number-field';
import { SaidField } from './said-field';

const blank: LocalizedText = { en: '', es: '' };

/** The words at the two ends of a scale, and the answers that tell the own therapist at once. */
@Component({
  selector: 'tr-scale-editor',
  imports: [Field, NumberField, SaidField, TranslocoPipe],
  template: `
    @for (end of [0, 1]; track end) {
      <tr-said-field
        [label]="'library.build.place.end' + end | transloco"
        [path]="path() + '.ends.' + end"
        [value]="ends()[end] ?? blank"
        [longest]="longest"
        (changed)="say(end, $event)"
      />
    }
    <div class="row">
      <tr-field #tells [label]="'library.build.alarm.label' | transloco">
        <select #pick [id]="tells.id" [value]="direction()" (change)="direct(pick.value)">
          @for (one of ['never', 'atLeast', 'atMost']; track one) {
            <option [value]="one" [selected]="one === direction()">
              {{ 'library.build.alarm.' + one | transloco }}
            </option>
          }
        </select>
      </tr-field>
      @if (direction() !== 'never') {
        <tr-number-field
          [label]="words.say('library.build.alarm.point')"
          [path]="path() + '.alarm.' + direction()"
          [value]="point()"
          [bounds]="[0, most()]"
          (changed)="alarm(direction(), $event ?? 0)"
        />
      }
    </div>
  `,
  styles: `
    :host,
    .row {
      display: grid;
      gap: 12px 16px;
    }
    .row {
      grid-template-columns: repeat(auto-fit, minmax(min(100%, 13rem), 1fr));
      align-items: end;
    }
  `,
})
export class ScaleEditor {
  readonly path = input.required<string>();
  readonly question = input.required<Question>();
  readonly changed = output<Question>();
  protected readonly words = inject(Words);

  protected readonly blank = blank;
  protected readonly longest = clinicTemplateLimits.label;
  protected readonly most = computed(() => (this.question().kind === 's04' ? 4 : 10));
  protected readonly ends = computed(() => this.question().ends ?? [blank, blank]);
  protected readonly direction = computed(() => {
    const { alarm } = this.question();
    return alarm === undefined ? 'never' : 'atLeast' in alarm ? 'atLeast' : 'atMost';
  });
  protected readonly point = computed(() => {
    const { alarm } = this.question();
    return alarm === undefined ? null : 'atLeast' in alarm ? alarm.atLeast : alarm.atMost;
  });

  protected say(end: number, text: LocalizedText): void {
    const [low, high] = this.ends();
    this.changed.emit({ ...this.question(), ends: end === 0 ? [text, high] : [low, text] });
  }

  protected direct(chosen: string): void {
    this.alarm(chosen, this.point() ?? (chosen === 'atMost' ? 0 : this.most()));
  }

  protected alarm(direction: string, point: number): void {
    const { alarm: _, ...rest } = this.question();
    if (direction === 'atLeast') this.changed.emit({ ...rest, alarm: { atLeast: point } });
    else if (direction === 'atMost') this.changed.emit({ ...rest, alarm: { atMost: point } });
    else this.changed.emit(rest);
  }
}
