# statistics.linear_regression
import statistics
line = statistics.linear_regression([1, 2, 3], [2, 4, 6.5])
print(line.slope, round(line.intercept, 9))  # expect: 2.25 -0.333333333
print(statistics.linear_regression([1, 2, 4], [2, 4, 8], proportional=True))
for x, y in (([1], [1]), ([1, 1], [1, 2]), ([1], [1, 2])):
    try:
        statistics.linear_regression(x, y)
    except statistics.StatisticsError as e:
        print(e)
# expect: LinearRegression(slope=2.0, intercept=0.0)
# expect: linear regression requires at least two data points
# expect: x is constant
# expect: linear regression requires that both inputs have same number of data points
