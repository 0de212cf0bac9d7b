import {expect, test} from 'vitest';
import {isSameTime} from '../../source/thread/stated-time.ts';

test.each([
	['to the second, the zone stated', '2024-05-03T09:14+02:00', '2024-05-03T09:14:59+02:00', true],
	['in another zone', '2024-05-03T07:14Z', '2024-05-03T09:14:00+02:00', true],
	['when it arrived', '2024-05-03T09:16+02:00', '2024-05-03T09:14:02+02:00', true],
	['a minute before', '2024-05-03T09:13+02:00', '2024-05-03T09:14:02+02:00', false],
	['long after', '2024-05-03T09:18+02:00', '2024-05-03T09:14:02+02:00', false],
	['by the clock of whoever wrote', '2024-05-03T09:14', '2024-05-03T09:14:02+02:00', true],
	['by a clock on the other side of the earth', '2024-05-03T19:14', '2024-05-03T09:14:02+02:00', true],
	['by a clock three quarters off', '2024-05-03T12:59', '2024-05-03T09:14:02+02:00', true],
	['by no clock on earth', '2024-05-03T09:20', '2024-05-03T09:14:02+02:00', false],
	['by a clock that no zone has', '2024-05-03T00:14', '2024-05-03T16:14:02Z', false],
	['days later', '2024-05-06T09:14', '2024-05-03T09:14:02+02:00', false],
	['neither zone known', '2024-05-03T10:14', '2024-05-03T09:14:02', true],
	['a day', '2024-05-03', '2024-05-03T23:14:02+02:00', true],
	['another day', '2024-05-03', '2024-05-06T09:14:02+02:00', false],
	['a post whose day alone is known', '2024-05-03T09:14', '2024-05-03', true],
	['a post whose date is not known', '2024-05-03', null, false],
	['no date', 'yesterday', '2024-05-03', false],
	['a post whose date is none', '2024-05-03', '2024-13-99', false],
])('%s', (_, stated, written, same) => {
	expect(isSameTime(stated, written)).toBe(same);
});
