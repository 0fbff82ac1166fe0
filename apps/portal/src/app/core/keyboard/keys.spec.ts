import { DestroyRef } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { Keys } from './keys';

function setUp() {
  TestBed.configureTestingModule({ providers: [Keys] });
  const pressed: string[] = [];
  const keys = TestBed.inject(Keys);
  keys.add([{ key: 'j', words: 'next', press: () => pressed.push('j') }], TestBed.inject(DestroyRef));
  return { pressed, keys };
}

function press(target: EventTarget, init: KeyboardEventInit): void {
  target.dispatchEvent(new KeyboardEvent('keydown', { bubbles: true, cancelable: true, ...init }));
}

describe('the keys of a page', () => {
  it('fire once each, with or without capital', () => {
    const { pressed } = setUp();
    press(document.body, { key: 'j' });
    press(document.body, { key: 'J' });
    expect(pressed).toEqual(['j', 'j']);
  });

  it('stay silent while someone types or holds a modifier', () => {
    const { pressed } = setUp();
    const field = document.body.appendChild(document.createElement('textarea'));
    press(field, { key: 'j' });
    press(document.body, { key: 'j', ctrlKey: true });
    field.remove();
    expect(pressed).toEqual([]);
  });

  it('leave Enter to the link that has the focus', () => {
    const { pressed, keys } = setUp();
    keys.add(
      [{ key: 'Enter', words: 'open', press: () => pressed.push('open') }],
      TestBed.inject(DestroyRef),
    );
    const link = document.body.appendChild(document.createElement('a'));
    press(link, { key: 'Enter' });
    expect(pressed).toEqual([]);
    press(document.body, { key: 'Enter' });
    link.remove();
    expect(pressed).toEqual(['open']);
  });
});
