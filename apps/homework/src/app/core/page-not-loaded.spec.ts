import { Location } from '@angular/common';
import { Component } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { provideRouter, withNavigationErrorHandler } from '@angular/router';
import { RouterTestingHarness } from '@angular/router/testing';
import type { LoadedWindow } from '@trellis/ui';
import { PAGE_NOT_LOADED, wantedPage, whenPageDoesNotLoad } from './page-not-loaded';

@Component({ template: 'first' })
class First {}

@Component({ template: 'not loaded: {{ wanted }}' })
class NotLoaded {
  protected readonly wanted = wantedPage();
}

const lost = () => Promise.reject(new TypeError('Failed to fetch dynamically imported module'));

async function arrange(type: string) {
  const reload = jest.fn();
  const loaded = {
    performance: { getEntriesByType: () => [{ type }] },
    location: { reload },
  } as unknown as LoadedWindow;
  TestBed.configureTestingModule({
    providers: [
      provideRouter(
        [
          { path: 'first', component: First },
          { path: 'late', loadComponent: lost },
          { path: PAGE_NOT_LOADED, component: NotLoaded },
        ],
        withNavigationErrorHandler((error) => whenPageDoesNotLoad(error, loaded)),
      ),
    ],
  });
  return { reload, harness: await RouterTestingHarness.create() };
}

const shown = (harness: RouterTestingHarness): string =>
  (harness.fixture.nativeElement as HTMLElement).textContent;

describe('a page whose script does not come', () => {
  it('is loaded anew by itself right after the start, once', async () => {
    const { reload, harness } = await arrange('navigate');
    await expect(harness.navigateByUrl('/late')).rejects.toThrow(/dynamically imported/);
    expect(reload).toHaveBeenCalledTimes(1);
  });

  it('shows a page that says so when it was loaded anew a moment ago', async () => {
    const { reload, harness } = await arrange('reload');
    await harness.navigateByUrl('/late?step=2');
    expect(reload).not.toHaveBeenCalled();
    expect(shown(harness)).toContain('not loaded: /late?step=2');
  });

  it('shows that page in the middle of the day, and leaves the address as it was', async () => {
    const { reload, harness } = await arrange('navigate');
    await harness.navigateByUrl('/first');
    await harness.navigateByUrl('/late');
    expect(reload).not.toHaveBeenCalled();
    expect(shown(harness)).toContain('not loaded: /late');
    expect(TestBed.inject(Location).path()).toBe('/first');
  });

  it('leads to the first page when nobody has said what was wanted', async () => {
    const { harness } = await arrange('reload');
    await harness.navigateByUrl(`/${PAGE_NOT_LOADED}`);
    expect(shown(harness)).toContain('not loaded: /');
  });
});
