/// Claims are made of figures: who speaks of the one speaks of the other.
@_exported public import Figures
