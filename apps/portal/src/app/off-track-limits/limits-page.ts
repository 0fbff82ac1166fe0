import { Component, computed, inject, linkedSignal } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import type { LimitsChangeView } from '@trellis/contracts';
import {
  alertLimits,
  alertSettings,
  clinicAlertSettings,
  precisionWords,
  type AlertSettingName,
  type SimulatedRule,
} from '@trellis/domain';
import { Announcer, Button, Card, StatePanel } from '@trellis/ui';
import { ProblemNote } from '../core/http/problem-note';
import { Words } from '../core/i18n/words';
import { Session } from '../core/session/session';
import { ClinicLimits } from './clinic-limits';
import { LimitSlider } from './limit-slider';
import { RuleRates } from './rule-rates';

/** Rules whose false alarms come from noise, with the two limits of each. */
const simulated: readonly (readonly [SimulatedRule, readonly AlertSettingName[]])[] = [
  ['OT-1', ['worseningDrop', 'worseningReadings']],
  ['OT-2', ['partnerDrop', 'behaviourDrop']],
  ['OT-4', ['viewGap', 'viewGapReadings']],
];
const beside = simulated.flatMap(([, names]) => names);

/** The limits of the off-track rules: what each would cost in false alarms, how useful it was, who changed what. */
@Component({
  selector: 'tr-limits-page',
  imports: [Button, Card, LimitSlider, ProblemNote, StatePanel, TranslocoPipe],
  providers: [ClinicLimits, RuleRates],
  templateUrl: './limits-page.html',
  styleUrl: './limits-page.css',
})
export class LimitsPage {
  readonly #words = inject(Words);
  readonly #rates = inject(RuleRates);
  readonly #announcer = inject(Announcer);
  readonly #session = inject(Session);
  protected readonly limits = inject(ClinicLimits);
  protected readonly locked = computed(() => !this.#session.may('settings.manage'));
  /** What stands on the sliders; again what holds, whenever that changes. */
  protected readonly own = linkedSignal<Readonly<Record<string, number>>>(
    () => this.limits.view()?.own ?? {},
  );
  protected readonly values = computed(() => alertLimits(this.own()));
  protected readonly untouched = computed(() => Object.keys(this.#changed()).length === 0);
  protected readonly same = computed(
    () => JSON.stringify(sorted(this.#changed())) === JSON.stringify(sorted(this.limits.view()?.own ?? {})),
  );
  protected readonly rules = computed(() =>
    simulated.map(([rule, names]) => ({
      rule,
      what: this.#words.say(`limits.rules.${rule}`),
      limits: names.map((name) => this.#limit(name)),
      rate: this.#rate(this.#rates.rate(rule, this.values())),
      standard: this.#rate(this.#rates.rate(rule, alertLimits())),
      useful: this.#useful(rule),
    })),
  );
  protected readonly others = computed(() =>
    clinicAlertSettings.filter((name) => !beside.includes(name)).map((name) => this.#limit(name)),
  );
  protected readonly precision = computed(() =>
    (this.limits.view()?.precision ?? []).map(({ rule }) => ({
      rule,
      what: this.#words.say(`predictors.episodes.rules.${rule}`),
      useful: this.#useful(rule),
    })),
  );
  protected readonly changes = computed(() =>
    (this.limits.view()?.changes ?? []).map((change) => ({
      version: change.version,
      line: this.#words.say('limits.changed', {
        ...{ version: change.version, who: change.changedBy },
        when: this.#words.date(change.changedAt, this.#session.clinic()?.timeZone ?? 'UTC'),
      }),
      what: this.#what(change),
    })),
  );

  constructor() {
    this.#rates.prepare();
  }

  protected set(name: AlertSettingName, value: number): void {
    const { from, to } = alertSettings[name];
    if (Number.isNaN(value)) return;
    const kept = Math.min(to, Math.max(from, Math.round(value * 10) / 10));
    this.own.update((own) => ({ ...own, [name]: kept }));
  }

  protected toStandard(): void {
    this.own.set({});
  }

  protected async save(): Promise<void> {
    if (await this.limits.change(this.#changed())) this.#announcer.say(this.#words.say('limits.saved'));
  }

  #limit(name: AlertSettingName) {
    const setting = alertSettings[name];
    const value = this.values()[name];
    return {
      name,
      setting,
      value,
      label: this.#words.say(`limits.names.${name}`),
      shown: this.#shown(name, value),
    };
  }

  #shown(name: AlertSettingName, value: number): string {
    const number = new Intl.NumberFormat(this.#words.language(), { maximumFractionDigits: 1 }).format(value);
    return this.#words.say(`limits.units.${alertSettings[name].unit}`, { value: number });
  }

  #rate(percent: number | null): string {
    if (percent === null) return '';
    return new Intl.NumberFormat(this.#words.language(), {
      maximumFractionDigits: percent < 10 ? 1 : 0,
    }).format(percent);
  }

  #useful(rule: string): string {
    const found = this.limits.view()?.precision.find((one) => one.rule === rule);
    if (found === undefined) return this.#words.say('limits.noneClosed');
    const { useful, of } = found;
    if (useful === null || of === null) return this.#words.say('limits.fewClosed');
    return precisionWords({ useful, of })[this.#words.language()];
  }

  #what({ own }: LimitsChangeView): string {
    const parts = clinicAlertSettings.flatMap((name) => {
      const value = own[name];
      return value === undefined
        ? []
        : [`${this.#words.say(`limits.names.${name}`)}: ${this.#shown(name, value)}`];
    });
    return parts.length === 0 ? this.#words.say('limits.allStandard') : parts.join(' · ');
  }

  /** What differs from the standard. */
  #changed(): Record<string, number> {
    const entries = clinicAlertSettings.map((name) => [name, this.values()[name]] as const);
    return Object.fromEntries(entries.filter(([name, value]) => alertSettings[name].standard !== value));
  }
}

function sorted(own: Readonly<Record<string, number>>): readonly (readonly [string, number])[] {
  return Object.entries(own).toSorted(([a], [b]) => (a < b ? -1 : 1));
}
