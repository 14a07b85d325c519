# A bank whose tellers are threads: transfers under ordered locks keep the sum.
import queue
import threading


class InsufficientFunds(Exception):
    def __init__(self, account, missing):
        super().__init__(f"{account.name} lacks {missing}")
        self.missing = missing


class Account:
    numbers = iter(range(100, 1000))

    def __init__(self, name, balance=0):
        self.name = name
        self.balance = balance
        self.number = next(Account.numbers)
        self.lock = threading.Lock()
        self.history = []

    def withdraw(self, amount):
        if amount > self.balance:
            raise InsufficientFunds(self, amount - self.balance)
        self.balance -= amount
        self.history.append(-amount)

    def deposit(self, amount):
        if amount <= 0:
            raise ValueError("a deposit must be positive")
        self.balance += amount
        self.history.append(amount)

    def __lt__(self, other):
        return self.number < other.number

    def __repr__(self):
        return "<%s %d: %d>" % (self.name, self.number, self.balance)


class Bank:
    def __init__(self):
        self.accounts = {}
        self.refused = 0
        self.done = 0
        self.lock = threading.Lock()

    def open(self, name, balance):
        account = self.accounts[name] = Account(name, balance)
        return account

    def transfer(self, source, target, amount):
        a, b = self.accounts[source], self.accounts[target]
        first, second = sorted((a, b))
        with first.lock, second.lock:
            a.withdraw(amount)
            b.deposit(amount)

    def total(self):
        return sum(account.balance for account in self.accounts.values())


class Teller(threading.Thread):
    def __init__(self, bank, orders):
        super().__init__()
        self.bank = bank
        self.orders = orders

    def run(self):
        while True:
            order = self.orders.get()
            if order is None:
                break
            try:
                self.bank.transfer(*order)
            except InsufficientFunds:
                with self.bank.lock:
                    self.bank.refused += 1
            else:
                with self.bank.lock:
                    self.bank.done += 1


bank = Bank()
names = ["ann", "bob", "cy", "dee"]
for name in names:
    bank.open(name, 100)
print(list(bank.accounts.values()), bank.total())
# expect: [<ann 100: 100>, <bob 101: 100>, <cy 102: 100>, <dee 103: 100>] 400
orders = queue.Queue(maxsize=8)
tellers = [Teller(bank, orders) for _ in range(3)]
for teller in tellers:
    teller.start()
seed = 1
for _ in range(200):
    seed = (seed * 75 + 74) % 65537
    source = names[seed % 4]
    target = names[(seed // 4 % 3 + seed % 4 + 1) % 4]
    orders.put((source, target, seed % 60 + 1))
for _ in tellers:
    orders.put(None)
for teller in tellers:
    teller.join()
print(bank.total(), bank.done + bank.refused, bank.done > 50)  # expect: 400 200 True
print(all(a.balance == 100 + sum(a.history) and a.balance >= 0 for a in bank.accounts.values()))
# expect: True
try:
    bank.transfer("ann", "bob", 10**6)
except InsufficientFunds as error:
    print(error.missing == 10**6 - bank.accounts["ann"].balance)  # expect: True
    print(not bank.accounts["ann"].lock.locked())  # expect: True
try:
    bank.accounts["bob"].deposit(0)
except ValueError as error:
    print(error)  # expect: a deposit must be positive
