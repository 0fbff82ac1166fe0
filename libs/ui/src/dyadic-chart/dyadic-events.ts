import { Component, computed, input } from '@angular/core';
import { eventsDrawn, type ChartEvent, type ChartSpan } from './chart-events.js';
import { chartScales, frame } from './chart-frame.js';

/** Tinted times and marks of events of a chart, behind its lines. */
@Component({
  selector: 'g[trDyadicEvents]',
  template: `
    @for (shade of drawn().shades; track shade.x) {
      <svg:rect
        class="shade"
        [attr.x]="shade.x"
        [attr.y]="frame.top"
        [attr.width]="shade.width"
        [attr.height]="frame.behaviourBottom - frame.top"
      />
    }
    @for (mark of drawn().marks; track $index) {
      <svg:path [class]="'event ' + mark.kind" [attr.d]="mark.path" />
    }
  `,
  styles: `
    .shade {
      fill: var(--hatch);
      opacity: 0.22;
    }
    .event {
      fill: var(--surface);
      stroke: var(--ink-2);
      stroke-width: 1.25;
      stroke-linejoin: round;
    }
    .event.slip,
    .event.disclosure {
      fill: var(--ink-2);
    }
  `,
})
export class DyadicEvents {
  /** Days of the readings, oldest first, at least one: they make the axis. */
  readonly dates = input.required<readonly string[]>();
  readonly events = input.required<readonly ChartEvent[]>();
  readonly spans = input.required<readonly ChartSpan[]>();
  protected readonly frame = frame;
  protected readonly drawn = computed(() =>
    eventsDrawn(this.events(), this.spans(), chartScales(this.dates()).x),
  );
}
