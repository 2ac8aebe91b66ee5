interface WithWeeks {
  getWeekInfo?: () => { firstDay: number };
}

/** The day that weeks begin with where this person lives: 1 for Monday to 7 for Sunday. */
export function firstDay(): number {
  const locale = new Intl.Locale(navigator.language) as Intl.Locale & WithWeeks;
  return locale.getWeekInfo?.().firstDay ?? 1;
}
