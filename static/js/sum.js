// The running sum of the percentages in a group, under it: data-sum="100" has to be reached, data-sum-most="100" not passed.
export function start(group) {
  const goal = Number(group.dataset.sum ?? group.dataset.sumMost);
  const exact = "sum" in group.dataset;
  const line = document.createElement("output");
  line.className = "sum";
  group.append(line);

  function add() {
    const typed = [...group.querySelectorAll("input[inputmode=numeric]")].filter((box) => box.value.trim());
    const sum = typed.reduce((all, box) => all + (Number.parseFloat(box.value) || 0), 0);
    line.hidden = !typed.length;
    line.dataset.state = sum > goal ? "over" : exact && sum < goal ? "open" : "met";
    line.textContent = said(sum);
  }

  function said(sum) {
    if (sum > goal) return `${sum}%: ${sum - goal} too much`;
    if (!exact) return `${sum}% of the work named`;
    return sum === goal ? "100%: complete" : `${sum}% of ${goal}: ${goal - sum} left`;
  }

  group.addEventListener("input", add);
  group.addEventListener("change", add);
  addEventListener("pageshow", add);
  add();
}
