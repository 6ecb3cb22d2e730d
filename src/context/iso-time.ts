const DAY_MS = 86_400_000;
/** Of the calendar, which repeats itself after that. */
const ERA_YEARS = 400;
const ERA_DAYS = 146_097;
/** From the first of March of the year 0 to 1970. */
const EPOCH_DAYS = 719_468;

/**
 * A moment as `toISOString` writes it, of the years 0 to 9999. That one reads the machine's time zone first, which takes a hook
 * longer than all else it does with its report. Counts from March, so that a leap day is the last of its year.
 */
export function isoTime(moment: Date): string {
  const time = moment.getTime();
  const days = Math.floor(time / DAY_MS) + EPOCH_DAYS;
  const era = Math.floor(days / ERA_DAYS);
  const dayOfEra = days - era * ERA_DAYS;
  const leapDays = Math.floor(dayOfEra / 1_460) - Math.floor(dayOfEra / 36_524) + Math.floor(dayOfEra / 146_096);
  const yearOfEra = Math.floor((dayOfEra - leapDays) / 365);
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const month = Math.floor((5 * dayOfYear + 2) / 153);
  const day = dayOfYear - Math.floor((153 * month + 2) / 5) + 1;
  const year = era * ERA_YEARS + yearOfEra + (month < 10 ? 0 : 1);
  const date = `${digits(year, 4)}-${digits(month < 10 ? month + 3 : month - 9, 2)}-${digits(day, 2)}`;
  const left = time - (days - EPOCH_DAYS) * DAY_MS;
  const [hours, minutes, seconds] = [left / 3_600_000, (left / 60_000) % 60, (left / 1_000) % 60].map(Math.floor);
  return `${date}T${digits(hours, 2)}:${digits(minutes, 2)}:${digits(seconds, 2)}.${digits(left % 1_000, 3)}Z`;
}

function digits(count = 0, length: number): string {
  return String(count).padStart(length, '0');
}
