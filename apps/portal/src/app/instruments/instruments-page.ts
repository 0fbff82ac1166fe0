import { Component, inject } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import { Button, StatePanel } from '@trellis/ui';
import { ProblemNote } from '../core/http/problem-note';
import { BringForm } from './bring-form';
import { ClinicInstruments } from './clinic-instruments';
import { InstrumentCard } from './instrument-card';

/** Standard instruments that the clinic may use. Trellis brings how they are scored, never what they ask. */
@Component({
  selector: 'tr-instruments-page',
  imports: [BringForm, Button, InstrumentCard, ProblemNote, StatePanel, TranslocoPipe],
  providers: [ClinicInstruments],
  templateUrl: './instruments-page.html',
  styleUrl: './instruments-page.css',
})
export class InstrumentsPage {
  protected readonly instruments = inject(ClinicInstruments);
}
