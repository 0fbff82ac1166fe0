import { Component, computed, input, output } from '@angular/core';
import type { PredictorChartView } from '@trellis/contracts';
import { multipleFrame, multipleGeometry } from './multiple-geometry';

/** One predictor in small: name, what it says, from where to where, and the composite in its band. */
@Component({
  selector: 'tr-small-multiple',
  template: `
    <button type="button" [attr.aria-pressed]="chosen()" (click)="choose.emit()">
      <b>{{ name() }}</b>
      <span class="says small">
        <span>{{ statement() }}</span>
        <span class="range">{{ range() }}</span>
      </span>
      <svg [attr.viewBox]="'0 0 ' + frame.width + ' ' + frame.height" aria-hidden="true">
        @if (drawn().baselineY; as y) {
          <path class="baseline" [attr.d]="'M0 ' + y + 'H' + frame.width" />
        }
        <path class="band" [attr.d]="drawn().band" />
        <path class="line" [attr.d]="drawn().line" />
        @for (dot of drawn().partial; track dot.x) {
          <circle class="partial" r="3" [attr.cx]="dot.x" [attr.cy]="dot.y" />
        }
        @if (drawn().last; as dot) {
          <circle class="last" r="3" [attr.cx]="dot.x" [attr.cy]="dot.y" />
        }
      </svg>
    </button>
  `,
  styleUrl: './small-multiple.css',
})
export class SmallMultiple {
  readonly chart = input.required<PredictorChartView>();
  readonly name = input.required<string>();
  readonly statement = input.required<string>();
  /** "41 to 77"; empty while there is no full reading. */
  readonly range = input('');
  readonly chosen = input(false);
  readonly choose = output();
  protected readonly frame = multipleFrame;
  protected readonly drawn = computed(() => multipleGeometry(this.chart().readings, this.chart().baselineOn));
}
