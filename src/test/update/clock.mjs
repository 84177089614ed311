// Sets a process's clock to the day in CLOCK_DAY, for `node --import`: what counts as today may not lie after the clock's day.
const day = process.env["CLOCK_DAY"];
if (day !== undefined) {
  const System = Date;
  const ahead = new System(`${day}T12:00:00`).getTime() - System.now();
  globalThis.Date = class extends System {
    constructor(...parts) {
      super(...(parts.length === 0 ? [System.now() + ahead] : parts));
    }
    static now() {
      return System.now() + ahead;
    }
  };
}
