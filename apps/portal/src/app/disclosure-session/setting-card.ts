import { Component, computed, inject, input } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import { telehealthItems } from '@trellis/domain';
import { Button, Card } from '@trellis/ui';
import { CurrentSession } from './current-session';
import { SessionWords } from './session-words';

/** In one place or by video, what video asks for, and the contacts and addresses that are verified on the day. */
@Component({
  selector: 'tr-setting-card',
  imports: [Button, Card, TranslocoPipe],
  template: `
    <tr-card [heading]="'disclosureSession.setting.heading' | transloco">
      <div class="row" role="radiogroup" [attr.aria-label]="'disclosureSession.setting.heading' | transloco">
        @for (video of [false, true]; track video) {
          <label
            ><input
              type="radio"
              name="tr-telehealth"
              [checked]="telehealth() === video"
              [disabled]="!mayAct()"
              (change)="save(video, marks())"
            />{{
              (video ? 'disclosureSession.setting.video' : 'disclosureSession.setting.place') | transloco
            }}</label
          >
        }
      </div>
      @if (telehealth()) {
        @for (side of sides; track side) {
          <h3>{{ say.name(side) }}</h3>
          <ul>
            @for (item of items; track item) {
              <li>
                <label
                  ><input
                    type="checkbox"
                    [checked]="marks().includes(side + ':' + item)"
                    [disabled]="!mayAct()"
                    (change)="toggle(side + ':' + item)"
                  />{{ say.telehealth(item) }}</label
                >
              </li>
            }
          </ul>
        }
      }
      <p class="gathered">
        <span class="small">{{
          checkedAt()
            ? ('disclosureSession.setting.checked' | transloco: { when: say.moment(checkedAt()!) })
            : ('disclosureSession.setting.notChecked' | transloco)
        }}</span>
        @if (mayAct()) {
          <button trButton small type="button" (click)="current.send('post', 'run/emergency', null, 'run')">
            {{ 'disclosureSession.setting.check' | transloco }}
          </button>
        }
      </p>
    </tr-card>
  `,
  styleUrl: './list-card.css',
})
export class SettingCard {
  readonly mayAct = input.required<boolean>();
  protected readonly current = inject(CurrentSession);
  protected readonly say = inject(SessionWords);
  protected readonly sides = ['BP', 'RP'] as const;
  protected readonly items = telehealthItems;
  readonly #run = computed(() => this.current.view()?.run ?? null);
  protected readonly telehealth = computed(() => this.#run()?.telehealth ?? null);
  protected readonly marks = computed(() => this.#run()?.telehealthMarks ?? []);
  protected readonly checkedAt = computed(() => this.#run()?.emergencyCheckedAt ?? null);

  protected toggle(mark: string): void {
    const others = this.marks().filter((one) => one !== mark);
    void this.save(true, this.marks().includes(mark) ? others : [...others, mark]);
  }

  protected async save(telehealth: boolean, marks: readonly string[]): Promise<void> {
    await this.current.send('put', 'run/setting', { telehealth, marks: telehealth ? marks : [] }, 'run');
  }
}
