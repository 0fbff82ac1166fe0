import { TestBed } from '@angular/core/testing';
import { ReaderStrip } from './reader-strip.js';

async function shown(readers: readonly { label: string; who: string }[]) {
  const fixture = TestBed.createComponent(ReaderStrip);
  fixture.componentRef.setInput('of', 'bp');
  fixture.componentRef.setInput('label', 'Who can read this');
  fixture.componentRef.setInput('sentence', 'This page is yours.');
  fixture.componentRef.setInput('strong', 'Rowan cannot see it.');
  fixture.componentRef.setInput('readers', readers);
  await fixture.whenStable();
  return fixture.nativeElement as HTMLElement;
}

describe('the reader strip', () => {
  it('says with shape, words and a named region who can read', async () => {
    const page = await shown([]);
    expect(page.querySelector('aside')?.getAttribute('aria-label')).toBe('Who can read this');
    expect(page.querySelector('tr-compartment-mark rect')).not.toBeNull();
    expect(page.textContent).toContain('Rowan cannot see it.');
    expect(page.querySelector('details')).toBeNull();
  });

  it('unfolds to those who can and those who cannot', async () => {
    const page = await shown([
      { label: 'Can read', who: 'You, and Jo' },
      { label: 'Cannot', who: 'Rowan' },
    ]);
    const lines = [...page.querySelectorAll('details li')].map(({ children }) =>
      [...children].map((part) => part.textContent),
    );
    expect(lines).toEqual([
      ['Can read', 'You, and Jo'],
      ['Cannot', 'Rowan'],
    ]);
  });
});
