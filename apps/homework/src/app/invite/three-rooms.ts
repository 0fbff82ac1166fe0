import { Component, computed, inject, input } from '@angular/core';
import { TranslocoPipe, TranslocoService } from '@jsverse/transloco';
import { CompartmentMark } from '@trellis/ui';
import { Languages } from '../core/i18n/languages';

/**
 * A house of three rooms seen from above: mine, the other person's, and the shared one. A wall without a door
 * stands between the first two; each opens to the shared room from its own side.
 */
@Component({
  selector: 'tr-three-rooms',
  imports: [CompartmentMark, TranslocoPipe],
  host: { '[class]': "side() === 'RP' ? 'rp-first' : 'bp-first'" },
  template: `
    <div class="house" role="img" [attr.aria-label]="description()">
      <div class="room mine">
        <p>
          <tr-compartment-mark [of]="side() === 'RP' ? 'rp' : 'bp'" /><b>{{
            'invite.rooms.yours' | transloco
          }}</b>
        </p>
        <p class="small">{{ 'invite.rooms.yoursWho' | transloco: names() }}</p>
      </div>
      <div class="room theirs">
        <p>
          <tr-compartment-mark [of]="side() === 'RP' ? 'bp' : 'rp'" /><b>{{
            'invite.rooms.theirs' | transloco: names()
          }}</b>
        </p>
        <p class="small">{{ 'invite.rooms.theirsWho' | transloco: names() }}</p>
      </div>
      <div class="room shared">
        <p>
          <tr-compartment-mark of="joint" /><b>{{ 'invite.rooms.shared' | transloco }}</b>
        </p>
        <p class="small">{{ 'invite.rooms.sharedWho' | transloco }}</p>
      </div>
    </div>
  `,
  styleUrl: './three-rooms.css',
})
export class ThreeRooms {
  readonly side = input.required<'RP' | 'BP'>();
  readonly names = input.required<Readonly<Record<string, string>>>();
  readonly #transloco = inject(TranslocoService);
  readonly #languages = inject(Languages);
  protected readonly description = computed(() => {
    this.#languages.active();
    return this.#transloco.translate<string>('invite.rooms.picture', { ...this.names() });
  });
}
