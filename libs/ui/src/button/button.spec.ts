import { Component, signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { Button } from './button.js';

@Component({
  selector: 'tr-button-host',
  imports: [Button],
  template: `<button trButton type="button" [busy]="busy()" (click)="presses = presses + 1">Save</button>`,
})
class ButtonHost {
  readonly busy = signal(false);
  presses = 0;
}

describe('a button', () => {
  it('does nothing while busy and keeps its focus', async () => {
    const fixture = TestBed.createComponent(ButtonHost);
    await fixture.whenStable();
    const button = (fixture.nativeElement as HTMLElement).querySelector('button');
    button?.click();
    fixture.componentInstance.busy.set(true);
    await fixture.whenStable();
    button?.click();
    expect(fixture.componentInstance.presses).toBe(1);
    expect(button?.getAttribute('aria-busy')).toBe('true');
    expect(button?.disabled).toBe(false);
  });
});
