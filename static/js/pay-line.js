// What a range comes to by the other measure, while it is typed, at the 2,080 hours a year every posting is compared by.
const HOURS_A_YEAR = 2080;

export function start(group) {
  const form = group.closest("form");
  const line = document.createElement("output");
  line.className = "sum";
  group.append(line);
  const amount = (name) => {
    const typed = form.elements[name].value.replace(/[$,\s]/g, "");
    return Number.parseFloat(typed) * (/k$/i.test(typed) ? 1000 : 1);
  };
  const money = (value, digits) => value.toLocaleString("en-US", { style: "currency", currency: "USD", minimumFractionDigits: digits, maximumFractionDigits: digits });

  function reckon() {
    const low = amount("pay_min"), high = amount("pay_max"), unit = form.elements.pay_unit.value;
    line.hidden = !(low > 0 && high > 0 && unit);
    if (unit === "hour") line.textContent = `About ${money(low * HOURS_A_YEAR, 0)}–${money(high * HOURS_A_YEAR, 0)} a year at 2,080 hours.`;
    else if (unit === "year") line.textContent = `About ${money(low / HOURS_A_YEAR, 2)}–${money(high / HOURS_A_YEAR, 2)} an hour at 2,080 hours.`;
    else line.textContent = "Shown as it is: what it comes to depends on the coder’s own pace, so say the usual output below.";
  }

  group.addEventListener("input", reckon);
  group.addEventListener("change", reckon);
  addEventListener("pageshow", reckon);
  reckon();
}
