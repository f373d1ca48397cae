# SPDX-License-Identifier: GPL-3.0-or-later
"""Ends an instance of the bench; see ../down."""
import sys

from ground import Ground
from places import PROJECT

ground = Ground(sys.argv[1], PROJECT)
ground.end()
