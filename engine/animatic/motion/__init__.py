"""Motion: where everything is and what it does at any moment, as closed forms of time.

Pictures and sound both ask here, so a footstep is heard in the frame in which the foot lands.
Nothing is simulated step by step: every function can be asked for any t in any order. Metres,
seconds, radians. x runs right, y up, z away from the camera.
"""
