import { TestBed } from '@angular/core/testing';
import { WordSlider, wordFor } from './word-slider.js';

const words = ['light', 'some', 'a lot', 'too much'];

describe('the slider in words', () => {
  it('shares the scale evenly between its words', () => {
    expect([0, 2, 3, 5, 6, 8, 10].map((value) => wordFor(value, words))).toEqual([
      'light',
      'light',
      'some',
      'some',
      'a lot',
      'too much',
      'too much',
    ]);
  });

  it('is unanswered until it is touched, also when the answer is the middle', async () => {
    const fixture = TestBed.createComponent(WordSlider);
    for (const [name, value] of Object.entries({
      label: 'Heavy?',
      inputId: 'x',
      words,
      from: 'a',
      to: 'b',
      unanswered: 'not yet',
    })) {
      fixture.componentRef.setInput(name, value);
    }
    await fixture.whenStable();
    const slider = (fixture.nativeElement as HTMLElement).querySelector('input');
    expect(fixture.componentInstance.value()).toBeNull();
    expect(slider?.getAttribute('aria-valuetext')).toBe('not yet');
    slider?.click();
    await fixture.whenStable();
    expect(fixture.componentInstance.value()).toBe(5);
    expect(slider?.getAttribute('aria-valuetext')).toBe('some');
  });
});
