"""The default chart of accounts, as data: stable codes, roles of django-ledger, names in five languages.

Other domains post by the codes named here; a pack may add accounts (`DEFAULT_CHART.with_accounts(...)`)
and put them beneath headings (`.placed(...)`).
Codes follow the library's rule: the first digit says the kind (1 assets, 2 liabilities, 3 equity,
4 income, 5 cost of sales, 6 expenses).
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from functools import lru_cache

from backend.business.ledger.types import AccountSpec, ChartSpec, Side

CASH = "1010"
CARD_CLEARING = "1020"
BANK = "1030"
ACCOUNTS_RECEIVABLE = "1100"
INVENTORY = "1200"
PREPAID = "1300"
INPUT_TAX = "1350"
BRANCH_SETTLEMENTS = "1360"
EQUIPMENT = "1500"
ACCUMULATED_DEPRECIATION = "1590"
ACCOUNTS_PAYABLE = "2000"
CUSTOMER_ADVANCES = "2100"
TAX_PAYABLE = "2200"
LOYALTY_LIABILITY = "2300"
WAGES_PAYABLE = "2400"
OTHER_LIABILITIES = "2500"
LOANS = "2700"
OWNERS_EQUITY = "3000"
RETAINED_EARNINGS = "3100"
DRAWINGS = "3200"
REVENUE_SERVICES = "4000"
REVENUE_TRANSLATION = "4010"
REVENUE_CERTIFICATION = "4020"
REVENUE_WRITING = "4030"
REVENUE_WORKSHOP = "4040"
REVENUE_PRODUCTS = "4100"
REVENUE_DELIVERY = "4200"
OTHER_INCOME = "4500"
INTEREST_INCOME = "4600"
EXCHANGE_GAINS = "4700"
DISCOUNTS = "4900"
COST_OF_GOODS = "5000"
SUBCONTRACTORS = "5100"
MATERIALS = "5200"
DIRECT_LABOUR = "5300"
OPERATING_EXPENSES = "6000"
LOYALTY_EXPENSE = "6100"
WAGES = "6200"
RENT = "6300"
UTILITIES = "6350"
MARKETING = "6400"
BANK_FEES = "6500"
BAD_DEBTS = "6550"
DEPRECIATION = "6600"
TAXES = "6700"
INTEREST_EXPENSE = "6750"
ROUNDING = "6800"
EXCHANGE_LOSSES = "6900"

_D, _C = Side.DEBIT, Side.CREDIT

# code, role, side, default of its role, then names: en, ru, uz, fa, uk
_ROWS: tuple[tuple[str, str, Side, bool, str, str, str, str, str], ...] = (
    (CASH, "asset_ca_cash", _D, True, "Cash", "Касса", "Kassa", "صندوق", "Каса"),
    (CARD_CLEARING, "asset_ca_cash", _D, False, "Card clearing", "Расчёты по картам",
     "Karta bo'yicha hisob-kitoblar", "تسویه کارت", "Розрахунки за картками"),
    (BANK, "asset_ca_cash", _D, False, "Bank account", "Расчётный счёт", "Bank hisobvarag'i",
     "حساب بانکی", "Банківський рахунок"),
    (ACCOUNTS_RECEIVABLE, "asset_ca_recv", _D, True, "Accounts receivable", "Дебиторская задолженность",
     "Debitorlik qarzi", "حساب‌های دریافتنی", "Дебіторська заборгованість"),
    (INVENTORY, "asset_ca_inv", _D, True, "Inventory", "Запасы", "Tovar-moddiy zaxiralar",
     "موجودی کالا", "Запаси"),
    (PREPAID, "asset_ca_prepaid", _D, True, "Prepaid expenses", "Расходы будущих периодов",
     "Kelgusi davr xarajatlari", "پیش‌پرداخت‌ها", "Витрати майбутніх періодів"),
    (INPUT_TAX, "asset_ca_other", _D, True, "Recoverable tax", "Налог к возмещению",
     "Qoplanadigan soliq", "مالیات قابل استرداد", "Податок до відшкодування"),
    (BRANCH_SETTLEMENTS, "asset_ca_other", _D, False, "Settlements between branches", "Расчёты между филиалами",
     "Filiallar o'rtasidagi hisob-kitoblar", "تسویه میان شعبه‌ها", "Розрахунки між філіями"),
    (EQUIPMENT, "asset_ppe_equip", _D, True, "Equipment", "Оборудование", "Uskunalar",
     "تجهیزات", "Обладнання"),
    (ACCUMULATED_DEPRECIATION, "asset_ppe_equip_accum_depr", _C, True, "Accumulated depreciation",
     "Накопленная амортизация", "Jamg'arilgan amortizatsiya", "استهلاک انباشته", "Накопичена амортизація"),
    (ACCOUNTS_PAYABLE, "lia_cl_acc_payable", _C, True, "Accounts payable", "Кредиторская задолженность",
     "Kreditorlik qarzi", "حساب‌های پرداختنی", "Кредиторська заборгованість"),
    (CUSTOMER_ADVANCES, "lia_cl_def_rev", _C, True, "Customer advances", "Авансы клиентов",
     "Mijozlar bo'naklari", "پیش‌دریافت از مشتریان", "Аванси клієнтів"),
    (TAX_PAYABLE, "lia_cl_taxes_payable", _C, True, "Tax payable", "Налоги к уплате",
     "To'lanadigan soliqlar", "مالیات پرداختنی", "Податки до сплати"),
    (LOYALTY_LIABILITY, "lia_cl_other", _C, True, "Loyalty points liability",
     "Обязательства по бонусным баллам", "Bonus ballari bo'yicha majburiyat",
     "تعهد امتیازهای وفاداری", "Зобов'язання за бонусними балами"),
    (WAGES_PAYABLE, "lia_cl_wages_payable", _C, True, "Wages payable", "Задолженность по зарплате",
     "Ish haqi bo'yicha qarz", "حقوق پرداختنی", "Заборгованість із заробітної плати"),
    (OTHER_LIABILITIES, "lia_cl_other", _C, False, "Other liabilities", "Прочие обязательства",
     "Boshqa majburiyatlar", "سایر بدهی‌ها", "Інші зобов'язання"),
    (LOANS, "lia_ltl_notes", _C, True, "Loans", "Кредиты и займы", "Kreditlar va qarzlar",
     "وام‌ها", "Кредити та позики"),
    (OWNERS_EQUITY, "eq_capital", _C, True, "Owner's equity", "Капитал собственника",
     "Mulkdor kapitali", "حقوق صاحبان سهام", "Капітал власника"),
    (RETAINED_EARNINGS, "eq_adjustment", _C, True, "Retained earnings", "Нераспределённая прибыль",
     "Taqsimlanmagan foyda", "سود انباشته", "Нерозподілений прибуток"),
    (DRAWINGS, "eq_dividends", _D, True, "Owner's drawings", "Выплаты собственнику",
     "Mulkdorga to'lovlar", "برداشت مالک", "Виплати власнику"),
    (REVENUE_SERVICES, "in_operational", _C, True, "Service revenue", "Выручка от услуг",
     "Xizmatlardan tushum", "درآمد خدمات", "Дохід від послуг"),
    (REVENUE_TRANSLATION, "in_operational", _C, False, "Translation revenue", "Выручка от переводов",
     "Tarjimadan tushum", "درآمد ترجمه", "Дохід від перекладів"),
    (REVENUE_CERTIFICATION, "in_operational", _C, False, "Certification and notary revenue",
     "Выручка от заверения и нотариата", "Tasdiqlash va notariusdan tushum",
     "درآمد تأیید و دفتر اسناد رسمی", "Дохід від засвідчення та нотаріату"),
    (REVENUE_WRITING, "in_operational", _C, False, "Writing revenue", "Выручка от написания работ",
     "Matn yozishdan tushum", "درآمد نگارش", "Дохід від написання робіт"),
    (REVENUE_WORKSHOP, "in_operational", _C, False, "Workshop revenue", "Выручка мастерской",
     "Ustaxona tushumi", "درآمد کارگاه", "Дохід майстерні"),
    (REVENUE_PRODUCTS, "in_operational", _C, False, "Product sales", "Выручка от продажи товаров",
     "Mahsulot sotishdan tushum", "فروش کالا", "Дохід від продажу товарів"),
    (REVENUE_DELIVERY, "in_operational", _C, False, "Delivery revenue", "Выручка от доставки",
     "Yetkazib berishdan tushum", "درآمد ارسال", "Дохід від доставки"),
    (OTHER_INCOME, "in_passive", _C, True, "Other income", "Прочие доходы", "Boshqa daromadlar",
     "سایر درآمدها", "Інші доходи"),
    (INTEREST_INCOME, "in_interest", _C, True, "Interest income", "Процентный доход",
     "Foiz daromadi", "درآمد بهره", "Процентний дохід"),
    (EXCHANGE_GAINS, "in_other", _C, True, "Exchange gains", "Положительные курсовые разницы",
     "Ijobiy kurs farqlari", "سود تسعیر ارز", "Додатні курсові різниці"),
    (DISCOUNTS, "in_operational", _D, False, "Discounts given", "Предоставленные скидки",
     "Berilgan chegirmalar", "تخفیفات فروش", "Надані знижки"),
    (COST_OF_GOODS, "cogs_regular", _D, True, "Cost of goods sold", "Себестоимость проданных товаров",
     "Sotilgan tovarlar tannarxi", "بهای تمام‌شده کالای فروش‌رفته", "Собівартість проданих товарів"),
    (SUBCONTRACTORS, "cogs_subcontract", _D, True, "Subcontractors", "Услуги подрядчиков",
     "Pudratchilar xizmatlari", "پیمانکاران", "Послуги підрядників"),
    (MATERIALS, "cogs_materials", _D, True, "Materials", "Материалы", "Materiallar",
     "مواد اولیه", "Матеріали"),
    (DIRECT_LABOUR, "cogs_labor", _D, True, "Direct labour", "Прямые затраты труда",
     "Bevosita mehnat xarajatlari", "دستمزد مستقیم", "Прямі витрати праці"),
    (OPERATING_EXPENSES, "ex_regular", _D, True, "Operating expenses", "Операционные расходы",
     "Operatsion xarajatlar", "هزینه‌های عملیاتی", "Операційні витрати"),
    (LOYALTY_EXPENSE, "ex_regular", _D, False, "Loyalty expense", "Расходы на программу лояльности",
     "Sodiqlik dasturi xarajatlari", "هزینه برنامه وفاداری", "Витрати на програму лояльності"),
    (WAGES, "ex_regular", _D, False, "Wages", "Заработная плата", "Ish haqi",
     "حقوق و دستمزد", "Заробітна плата"),
    (RENT, "ex_regular", _D, False, "Rent", "Аренда", "Ijara", "اجاره", "Оренда"),
    (UTILITIES, "ex_regular", _D, False, "Utilities", "Коммунальные услуги", "Kommunal xizmatlar",
     "آب، برق و گاز", "Комунальні послуги"),
    (MARKETING, "ex_regular", _D, False, "Marketing", "Маркетинг", "Marketing",
     "بازاریابی", "Маркетинг"),
    (BANK_FEES, "ex_regular", _D, False, "Bank and card fees", "Комиссии банков и эквайринга",
     "Bank va ekvayring komissiyalari", "کارمزد بانکی و کارت", "Комісії банків та еквайрингу"),
    (BAD_DEBTS, "ex_regular", _D, False, "Bad debts", "Безнадёжные долги", "Umidsiz qarzlar",
     "مطالبات سوخت‌شده", "Безнадійні борги"),
    (DEPRECIATION, "ex_depreciation", _D, True, "Depreciation", "Амортизация", "Amortizatsiya",
     "استهلاک", "Амортизація"),
    (TAXES, "ex_taxes", _D, True, "Taxes", "Налоги", "Soliqlar", "مالیات", "Податки"),
    (INTEREST_EXPENSE, "ex_interest", _D, True, "Interest expense", "Процентные расходы",
     "Foiz xarajatlari", "هزینه بهره", "Процентні витрати"),
    (ROUNDING, "ex_other", _D, False, "Rounding differences", "Разницы округления",
     "Yaxlitlash farqlari", "تفاوت گرد کردن", "Різниці округлення"),
    (EXCHANGE_LOSSES, "ex_other", _D, True, "Exchange losses", "Отрицательные курсовые разницы",
     "Salbiy kurs farqlari", "زیان تسعیر ارز", "Від'ємні курсові різниці"),
)  # fmt: skip

DEFAULT_CHART = ChartSpec(
    code="default",
    accounts=tuple(
        AccountSpec(code, role, side, {"en": en, "ru": ru, "uz": uz, "fa": fa, "uk": uk}, default)
        for code, role, side, default, en, ru, uz, fa, uk in _ROWS
    ),
)
"""The chart that a business starts with unless its pack brings another."""

LATER = frozenset({BRANCH_SETTLEMENTS})
"""Accounts that the product posts to by itself and that books of earlier days lack; they get them then."""

CONTROL = frozenset({ACCOUNTS_RECEIVABLE, CUSTOMER_ADVANCES, LOYALTY_LIABILITY})
"""Control accounts: their documents alone post to them, and are compared with them every night."""

SYSTEM = CONTROL | {BRANCH_SETTLEMENTS, LOYALTY_EXPENSE, REVENUE_SERVICES, TAX_PAYABLE}
"""Accounts that the product posts to by their code, whatever the business has chosen."""

_sources: list[Callable[[], Iterable[AccountSpec]]] = [lambda: DEFAULT_CHART.accounts]


def register_names(specs: Callable[[], Iterable[AccountSpec]]) -> None:
    """Adds accounts of other templates, whose names `display_name` then knows. Asked once, when first needed."""
    _sources.append(specs)
    _names.cache_clear()


@lru_cache(maxsize=1)
def _names() -> Mapping[str, tuple[Mapping[str, str], ...]]:
    """The names that templates give a code, each by language."""
    found: dict[str, list[Mapping[str, str]]] = {}
    for source in _sources:
        for spec in source():
            found.setdefault(spec.code, []).append(spec.names)
    return {code: tuple(names) for code, names in found.items()}


def display_name(code: str, name: str, language: str) -> str:
    """An account's name in `language`, where the business still uses a template's name for it.

    A name that the business has written itself is shown as it is.
    """
    for names in _names().get(code, ()):
        if name in names.values():
            return names.get(language) or names.get(language.partition("-")[0]) or name
    return name
