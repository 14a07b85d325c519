# gmtime, localtime, mktime, strftime, strptime, asctime
import time

t = time.gmtime(86400 * 365)
print(t)
print(t.tm_year, t[7], t.tm_zone, len(t), t[:3])
print(time.strftime("%Y-%m-%d %H:%M:%S %a %b %j %%", t), time.asctime(t))
print(time.mktime(time.localtime(1000000000)))
print(time.strptime("2020-02-03 04:05:06", "%Y-%m-%d %H:%M:%S"))
print(time.strptime("3 Feb 99 11:05 pm", "%d %b %y %I:%M %p")[:5])
for text, form in (("x", "%Y"), ("2020x", "%Y"), ("31/02", "%d/%m")):
    try:
        print(time.strptime(text, form))
    except ValueError as e:
        print(e)
print(time.strftime("%Y", (2001, 1, 1, 0, 0, 0, 0, 1, 0)))
print(time.clock_gettime(time.CLOCK_MONOTONIC) <= time.monotonic())
# expect: time.struct_time(tm_year=1971, tm_mon=1, tm_mday=1, tm_hour=0, tm_min=0, tm_sec=0, tm_wday=4, tm_yday=1, tm_isdst=0)
# expect: 1971 1 GMT 9 (1971, 1, 1)
# expect: 1971-01-01 00:00:00 Fri Jan 001 % Fri Jan  1 00:00:00 1971
# expect: 1000000000.0
# expect: time.struct_time(tm_year=2020, tm_mon=2, tm_mday=3, tm_hour=4, tm_min=5, tm_sec=6, tm_wday=0, tm_yday=34, tm_isdst=-1)
# expect: (1999, 2, 3, 23, 5)
# expect: time data 'x' does not match format '%Y'
# expect: unconverted data remains: x
# expect: day is out of range for month
# expect: 2001
# expect: True
