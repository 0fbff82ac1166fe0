import { Injectable } from '@nestjs/common';
import { SeriesWriting } from '../appointments/series-writing.service.js';
import { OffTrackWatch } from '../predictors/off-track/off-track-watch.service.js';

/** What is looked after in a couple once its steps were taken: the calendar is written on, readings are computed. */
@Injectable()
export class ClockFollowers {
  constructor(
    private readonly series: SeriesWriting,
    private readonly measures: OffTrackWatch,
  ) {}

  /** Each in a transaction of its own. */
  async look(couple: { readonly clinicId: string; readonly coupleId: string }): Promise<void> {
    await this.series.look(couple);
    await this.measures.look(couple);
  }
}
