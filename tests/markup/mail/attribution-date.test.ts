import fc from 'fast-check';
import {expect, test} from 'vitest';
import {readAttributionDate} from '../../../source/markup/mail/attribution-date.ts';

test.each([
	['On Fri, 3 May 2024 09:14:02 +0200, Ada wrote:', '2024-05-03T09:14+02:00'],
	['On Fri, May 3, 2024 at 9:14 AM Ada <ada@garden.example> wrote:', '2024-05-03T09:14'],
	['On May 3rd, 2024, at 9:14 PM, Ada wrote:', '2024-05-03T21:14'],
	['On 3 May 2024, at 12:14 AM, Ada wrote:', '2024-05-03T00:14'],
	['On Fri, May 3, 2024 at 9:14?AM Ada wrote:', '2024-05-03T09:14'],
	['On 2024-05-03 09:14, Ada wrote:', '2024-05-03T09:14'],
	['On Fri May  3 09:14:02 2024, Ada wrote:', '2024-05-03T09:14'],
	['On 13/05/2024 09:14, Ada wrote:', '2024-05-13T09:14'],
	['On 5/13/24 9:14 AM, Ada wrote:', '2024-05-13T09:14'],
	['On 05/05/2024 09:14, Ada wrote:', '2024-05-05T09:14'],
	['On 3/5/2024 9:14 AM, Ada wrote:', null],
	['Am 03.05.24 um 09:14 schrieb Ada:', '2024-05-03T09:14'],
	['Am Freitag, 3. Mai 2024, 09:14:02 schrieb Ada:', '2024-05-03T09:14'],
	['Le ven. 3 mai 2024 à 09:14, Ada a écrit :', '2024-05-03T09:14'],
	['El vie, 3 de mayo de 2024 a las 9:14, Ada escribió:', '2024-05-03T09:14'],
	['Il giorno ven 3 mag 2024 alle ore 09:14 Ada ha scritto:', '2024-05-03'],
	['Op vr 3 mei 2024 om 09:14 schreef Ada:', '2024-05-03T09:14'],
	['On 3 May 2024 Ada wrote:', '2024-05-03'],
	['Quoting Ada (Fri, 3 May 2024 09:14:02 GMT):', '2024-05-03T09:14Z'],
	['Sent: Friday, May 3, 2024 9:14 AM', '2024-05-03T09:14'],
	['On 32 May 2024 at 09:14, Ada wrote:', null],
	['On 3 May 2024 at 29:14, Ada wrote:', '2024-05-03'],
	['Ada wrote:', null],
	['Version 10.2.2024 of the rake', '2024-02-10'],
	['', null],
])('%j: %j', (text, date) => {
	expect(readAttributionDate(text)).toBe(date);
});

test('never throws, and gives what ISO 8601 has', () => {
	const bits = fc.constantFrom(
		...'On 3 May 2024 at 09:14:02 +0200 wrote: / . - , T99 jan 12 (UTC) 05/13/24 \u202f'.split(/(?= )/),
	);
	fc.assert(
		fc.property(fc.array(fc.oneof(bits, fc.string({maxLength: 8})), {maxLength: 12}), parts => {
			const date = readAttributionDate(parts.join(''));
			if (date !== null) expect(date).toMatch(/^\d{4}-\d\d-\d\d(?:T\d\d:\d\d(?:Z|[+-]\d\d:\d\d)?)?$/);
		}),
	);
}, 60_000);
