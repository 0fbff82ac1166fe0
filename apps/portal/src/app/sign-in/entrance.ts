import { Component, inject } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import { Languages } from '../core/i18n/languages';
import { TrellisPattern } from './trellis-pattern';

/** Frame of the pages before the portal: the mark, one column, both languages, a pattern beside where there is room. */
@Component({
  selector: 'tr-entrance',
  imports: [TranslocoPipe, TrellisPattern],
  templateUrl: './entrance.html',
  styleUrl: './entrance.css',
})
export class Entrance {
  protected readonly languages = inject(Languages);
}
