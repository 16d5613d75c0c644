"""The questions of the tutorial in a notebook."""

import nbformat
from nbclient import NotebookClient

CELLS = [
    "import wayproof",
    'wayproof.verify("London to Edinburgh is 450 km by rail, 4 h 20")',
    'wayproof.distance("Nairobi", "Mombasa")',
    'wayproof.route("Khasan", "Vladivostok")',
    'wayproof.fly("FNJ", "VVO", aircraft="an-148", date="2023-09-12", depart="06:57")',
    "import pandas as pd; from wayproof import frames",
    'frames.pairs(pd.DataFrame({"from": ["LHR"], "to": ["JFK"]}))',
]


def test_a_notebook_runs_and_shows_its_answers() -> None:
    notebook = nbformat.v4.new_notebook(cells=[nbformat.v4.new_code_cell(cell) for cell in CELLS])
    NotebookClient(notebook, timeout=120, kernel_name="python3").execute()
    shown = [out for cell in notebook.cells for out in cell.outputs if out.output_type == "execute_result"]
    assert len(shown) == 5
    assert all("text/html" in out.data for out in shown)
    assert "cannot all be true" in shown[0].data["text/html"]
