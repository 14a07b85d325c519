# datetime: dates, durations, zones, their arithmetic and text
from datetime import date, datetime, time, timedelta, timezone

moment = datetime(2024, 2, 29, 13, 5, 7, 123456)
print(moment, repr(moment), moment.isoformat(), moment.date(), moment.time(), moment.isocalendar())
print(moment.strftime("%Y-%m-%d %H:%M:%S.%f %j %A"), f"{moment:%d/%m/%y}", moment.ctime())
print(moment + timedelta(days=1, hours=12), moment - datetime(2023, 1, 1), moment.weekday())
print(repr(timedelta(seconds=3661.5)), timedelta(-1), timedelta(days=2) / 3,
      divmod(timedelta(1), timedelta(hours=7)))
utc = datetime(2024, 1, 1, 12, tzinfo=timezone.utc)
print(utc, utc.timestamp(), utc.astimezone(timezone(timedelta(hours=5, minutes=30))))
print(datetime.fromisoformat("2024-03-01T10:20:30+02:00"), date.fromisocalendar(2025, 1, 1))
print(datetime.strptime("2024-03-01 10:20:30.5 +0100", "%Y-%m-%d %H:%M:%S.%f %z"))
print(datetime.combine(date(2024, 1, 1), time(1, 2, 3)), datetime.fromtimestamp(0, timezone.utc))
for wrong in (lambda: date(2023, 2, 29), lambda: datetime(2024, 13, 1), lambda: moment < utc):
    try:
        wrong()
    except (ValueError, TypeError) as error:
        print(type(error).__name__, error)
# expect: 2024-02-29 13:05:07.123456 datetime.datetime(2024, 2, 29, 13, 5, 7, 123456) 2024-02-29T13:05:07.123456 2024-02-29 13:05:07.123456 datetime.IsoCalendarDate(year=2024, week=9, weekday=4)
# expect: 2024-02-29 13:05:07.123456 060 Thursday 29/02/24 Thu Feb 29 13:05:07 2024
# expect: 2024-03-02 01:05:07.123456 424 days, 13:05:07.123456 3
# expect: datetime.timedelta(seconds=3661, microseconds=500000) -1 day, 0:00:00 16:00:00 (3, datetime.timedelta(seconds=10800))
# expect: 2024-01-01 12:00:00+00:00 1704110400.0 2024-01-01 17:30:00+05:30
# expect: 2024-03-01 10:20:30+02:00 2024-12-30
# expect: 2024-03-01 10:20:30.500000+01:00
# expect: 2024-01-01 01:02:03 1970-01-01 00:00:00+00:00
# expect: ValueError day is out of range for month
# expect: ValueError month must be in 1..12
# expect: TypeError can't compare offset-naive and offset-aware datetimes
