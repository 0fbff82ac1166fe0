import { signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { IdleWatch } from './idle-watch';

const LIMIT_MS = 900_000;

function setUp(start: number | null) {
  const limit = signal<number | null>(start);
  const left = jest.fn();
  TestBed.inject(IdleWatch).watch(limit, left);
  TestBed.tick();
  return { limit, left };
}

describe('somebody who has left the page', () => {
  beforeEach(() => {
    jest.useFakeTimers();
  });
  afterEach(() => {
    jest.useRealTimers();
  });

  it('is noticed after the limit, and not before', () => {
    const { left } = setUp(900);
    jest.advanceTimersByTime(LIMIT_MS - 1);
    expect(left).not.toHaveBeenCalled();
    jest.advanceTimersByTime(1);
    expect(left).toHaveBeenCalledTimes(1);
  });

  it('starts anew with every key and touch', () => {
    const { left } = setUp(900);
    for (const sign of ['keydown', 'pointerdown', 'scroll']) {
      jest.advanceTimersByTime(LIMIT_MS - 1);
      document.dispatchEvent(new Event(sign));
    }
    jest.advanceTimersByTime(LIMIT_MS - 1);
    expect(left).not.toHaveBeenCalled();
    jest.advanceTimersByTime(1);
    expect(left).toHaveBeenCalledTimes(1);
  });

  it('is not looked for while nobody is signed in, and is from the sign-in on without a touch', () => {
    const { limit, left } = setUp(null);
    jest.advanceTimersByTime(2 * LIMIT_MS);
    expect(left).not.toHaveBeenCalled();
    limit.set(900);
    TestBed.tick();
    jest.advanceTimersByTime(LIMIT_MS);
    expect(left).toHaveBeenCalledTimes(1);
  });

  it('is noticed at once when a device wakes that slept past the limit', () => {
    const { left } = setUp(900);
    jest.setSystemTime(Date.now() + LIMIT_MS);
    document.dispatchEvent(new Event('visibilitychange'));
    expect(left).toHaveBeenCalledTimes(1);
  });
});
