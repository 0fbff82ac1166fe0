import { Component } from '@angular/core';
import {
  Card,
  DyadicChart,
  ProgressBar,
  RefusalPanel,
  Sparkline,
  type Step,
  Stepper,
  type UnmetGate,
} from '@trellis/ui';
import { sampleEvents, sampleReadings, sampleSpans, sampleWords } from './sample-readings';

/** Charts, processes and refusals. */
@Component({
  selector: 'tr-gallery-data',
  imports: [Card, DyadicChart, ProgressBar, RefusalPanel, Sparkline, Stepper],
  template: `
    <tr-card heading="Consistent transparency">
      <tr-dyadic-chart
        statement="Transparency, better beyond noise since 19 January."
        detail="It fell in late May and came back by 22 June."
        language="en"
        baselineOn="2025-01-19"
        [events]="events"
        [spans]="spans"
        [readings]="readings"
        [words]="words"
      />
    </tr-card>
    <div class="columns">
      <tr-card heading="First reading">
        <tr-dyadic-chart
          statement="One reading so far."
          language="en"
          [readings]="readings.slice(0, 1)"
          [words]="words"
        />
      </tr-card>
      <tr-refusal-panel heading="Not yet: 3 gates are open" [gates]="gates" />
    </div>
    <div class="row">
      <tr-sparkline label="Rising, latest 77" [points]="spark" />
      <tr-sparkline label="Latest partial" [points]="spark.slice(0, 5)" />
      <tr-sparkline label="No reading" [points]="[]" />
      <tr-progress-bar label="Export" [value]="4" [total]="12" />
      <tr-progress-bar label="Export" sentence="Counting" [value]="0" [total]="null" />
    </div>
    <tr-stepper label="Disclosure" doneWord="done" current="PREPARING" [steps]="steps" />
  `,
  styleUrl: './gallery.css',
})
export class GalleryData {
  protected readonly readings = sampleReadings;
  protected readonly words = sampleWords;
  protected readonly events = sampleEvents;
  protected readonly spans = sampleSpans;
  protected readonly spark = sampleReadings.map(({ composite, partial }) => ({ value: composite, partial }));
  protected readonly steps: readonly Step[] = [
    { id: 'CONSIDERING', name: 'Considering', detail: '3 March' },
    { id: 'SCREENING', name: 'Screening', detail: '17 March' },
    { id: 'PREPARING', name: 'Preparing', detail: 'round 3' },
    { id: 'READY', name: 'Ready' },
    { id: 'SCHEDULED', name: 'Scheduled' },
  ];
  protected readonly gates: readonly UnmetGate[] = [
    {
      id: 'R1',
      of: 'rp',
      asks: 'Rowan consents freely',
      metBy: 'Rowan signs alone, in their own sign-in.',
      who: 'Rowan',
    },
    {
      id: 'B3',
      of: 'bp',
      asks: 'Private safety screen',
      metBy: 'Jo holds it alone with Sam.',
      who: 'Jo Whitlock',
    },
    {
      id: 'S1',
      of: 'joint',
      asks: 'Releases signed',
      metBy: 'All therapists sign.',
      who: 'Care team',
      evidence: '1 of 3',
    },
  ];
}
